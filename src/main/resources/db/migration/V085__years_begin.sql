-- A school that joined late gets days of its own where the published ones are too near.
alter table school_year add column joined_late boolean not null default false;

-- Who reviewed each other takes part in the programme: taken over where a region has told nothing of the year.
insert into participation (region_id, school_id, programme, year, takes_part, occurred_on, reason, recorded_at)
select distinct on (round.year, member.school_id) school.region_id, member.school_id, '500+', round.year, true, make_date(round.year, 1, 1),
    'Участник взаимоэкспертизы «' || round.title || '»', now()
from round_school member
join review_round round on round.id = member.round_id
join school on school.id = member.school_id
where not exists (
    select from participation told
    where told.region_id = school.region_id and told.year = round.year and told.programme = '500+')
order by round.year, member.school_id, round.id;
