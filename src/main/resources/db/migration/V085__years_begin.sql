-- A school that joined late gets days of its own where the published ones are too near.
alter table school_year add column joined_late boolean not null default false;
