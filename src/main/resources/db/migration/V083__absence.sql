-- Days on which a person is away and another stands in for him. Rows are added, never changed.
create table absence (
    id            bigint generated always as identity primary key,
    person_id     bigint not null references person,
    substitute_id bigint not null references person,
    first_day     date not null,
    kind          text not null,
    recorded_by   bigint references person,   -- null: the system itself
    recorded_at   timestamptz not null,
    check (substitute_id <> person_id)
);
create index absence_person on absence (person_id);
create index absence_substitute on absence (substitute_id);

-- Until when; of several facts the last one counts.
create table absence_end (
    id          bigint generated always as identity primary key,
    absence_id  bigint not null references absence,
    last_day    date,                         -- null: withdrawn before it began
    reason      text,
    recorded_by bigint references person,
    recorded_at timestamptz not null
);
create index absence_end_absence on absence_end (absence_id, id desc);

create function absence_is_append_only() returns trigger language plpgsql as
$$ begin raise exception '% is append-only', tg_table_name; end $$;

create trigger absence_append_only before update or delete on absence for each row execute function absence_is_append_only();
create trigger absence_end_append_only before update or delete on absence_end for each row execute function absence_is_append_only();

create view absence_now as
    select absence.*, ending.last_day from absence
    cross join lateral (select e.last_day from absence_end e where e.absence_id = absence.id order by e.id desc limit 1) ending
    where ending.last_day is not null;

-- Who may act in which appointment, and when: its holder always, also while he is away; a substitute in the days of the absence.
create view acting as
    select id, person_id, person_id as acting_id, role, level, place_id, starts_on, ends_on, order_number from appointment
    union all
    select a.id, a.person_id, x.substitute_id, a.role, a.level, a.place_id, greatest(a.starts_on, x.first_day), least(a.ends_on, x.last_day), a.order_number
    from absence_now x join appointment a on a.person_id = x.person_id
    where a.starts_on <= x.last_day and (a.ends_on is null or a.ends_on >= x.first_day);

-- Whose turn it is in each appointment of a day: of the holder, else of who stands in for him. Nobody's where the
-- substitute is away himself: substitutions are not handed on.
create function standing_on(day date)
    returns table (id bigint, person_id bigint, acting_id bigint, role text, level text, place_id bigint)
    language sql stable as
$$
    select a.id, a.person_id, coalesce(x.substitute_id, a.person_id), a.role, a.level, a.place_id
    from appointment a
    left join absence_now x on x.person_id = a.person_id and day between x.first_day and x.last_day
    where a.starts_on <= day and (a.ends_on is null or a.ends_on >= day)
      and (x.id is null or not exists (select from absence_now y where y.person_id = x.substitute_id and day between y.first_day and y.last_day))
$$;
