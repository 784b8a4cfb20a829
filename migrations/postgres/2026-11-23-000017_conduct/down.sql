DROP TABLE case_conduct;
