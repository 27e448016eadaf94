-- Figures of a map are counted from the outcomes of its schools, people and municipalities.
create index outcome_school on outcome (school_id, year, kind) where school_id is not null;
create index outcome_member on outcome (member_id, member_type, year, kind) where member_type in ('PERSON', 'MUNICIPALITY');

-- What was known of a monitoring date when its report was frozen.
create table road_map_report (
    road_map_id bigint not null references road_map,
    judged_on   date not null,
    content     jsonb not null,
    frozen_at   timestamptz not null,
    signed_by   bigint references person,
    signed_at   timestamptz,
    primary key (road_map_id, judged_on),
    check ((signed_by is null) = (signed_at is null))
);
