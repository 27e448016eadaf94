-- Whose scores stand in a check: the expert's who had it when it was last handed in. Who comes after him does not see them.
alter table school_check add column scored_for bigint references person;
