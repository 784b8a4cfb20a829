-- Words of a case's texts, cut by the program itself so that both databases find the same.
CREATE TABLE case_texts (
  case_id UUID NOT NULL REFERENCES cases (id),
  part TEXT NOT NULL,
  words TSVECTOR NOT NULL,
  PRIMARY KEY (case_id, part)
);
CREATE INDEX case_texts_words ON case_texts USING gin (words);
