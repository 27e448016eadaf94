-- The dashboards ask for a year of the whole country; regions have indexes of their own.
create index school_year_year on school_year (year);
create index participation_year on participation (year, programme);
create index review_round_year on review_round (year);
-- Where schools stand is read from what is not done; years that are over have nothing here.
create index school_stage_undone on school_stage (school_year_id) where done_on is null;
