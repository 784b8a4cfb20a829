-- Words of a case's texts, cut by the program itself so that both databases find the same.
-- `case_words` keeps only the index (no text); its rowid is `case_texts.no`. Everything above ASCII counts as a
-- letter for the `ascii` tokenizer, which is right: the program has cut the words already.
CREATE TABLE case_texts (
  no INTEGER NOT NULL PRIMARY KEY,
  case_id BLOB NOT NULL REFERENCES cases (id),
  part TEXT NOT NULL,
  UNIQUE (case_id, part)
) STRICT;
CREATE VIRTUAL TABLE case_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii');
