DROP TABLE export_leaves;
DROP TABLE exports;
