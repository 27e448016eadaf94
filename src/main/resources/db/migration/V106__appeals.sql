-- What an appeal about a remark led to, and that nobody answers the same thing twice at once.
alter table appeal add column remark_after text; -- the remark's new words; null where it was changed: withdrawn
create unique index appeal_open_remark on appeal (remark_id) where decided_at is null and remark_id is not null;
create unique index appeal_open_score on appeal (expertise_school_id, criterion_id) where decided_at is null and criterion_id is not null;

alter table federal_result add column replaced_by bigint references person;
