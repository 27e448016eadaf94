-- A given score never changes: what is published stays as it is, with its criteria and their levels.
create function published_rubric_stays() returns trigger language plpgsql as $$
begin
    if old.published_at is not null then
        raise exception 'rubric % version % is published and stays as it is', old.code, old.version;
    end if;
    return coalesce(new, old);
end $$;
create trigger published_rubric_stays before update or delete on rubric for each row execute function published_rubric_stays();

create function criteria_of_published_rubric_stay() returns trigger language plpgsql as $$
begin
    if exists (select from rubric where id in (old.rubric_id, new.rubric_id) and published_at is not null) then
        raise exception 'criterion % is of a published rubric and stays as it is', coalesce(new.code, old.code);
    end if;
    return coalesce(new, old);
end $$;
create trigger criteria_of_published_rubric_stay before insert or update or delete on criterion
    for each row execute function criteria_of_published_rubric_stay();

create function levels_of_published_rubric_stay() returns trigger language plpgsql as $$
begin
    if exists (select from criterion c join rubric r on r.id = c.rubric_id
               where c.id in (old.criterion_id, new.criterion_id) and r.published_at is not null) then
        raise exception 'level % is of a published rubric and stays as it is', coalesce(new.points, old.points);
    end if;
    return coalesce(new, old);
end $$;
create trigger levels_of_published_rubric_stay before insert or update or delete on criterion_level
    for each row execute function levels_of_published_rubric_stay();

-- Seed 001, slides «Выборочная содержательная экспертиза подтверждающих сведений школ-участниц», in its own words. The criteria of the
-- content part add up to 9 points, 15 are declared: shown, never rescaled.
insert into rubric (code, version, title, stage, declared_content, declared_organisational, source) values
    ('2022-stage-2', 1, 'Выборочная содержательная экспертиза подтверждающих сведений школ-участниц', 2, 15, 5,
     'Семинар-совещание с муниципальными координаторами проекта 500+ 21.10.2022, слайды «Выборочная содержательная экспертиза подтверждающих сведений школ-участниц», 7–21 ноября');

insert into criterion (rubric_id, code, part, position, title, maximum, source, facts)
select r.id, c.* from rubric r, (values
    ('programme', 'CONTENT', 1, 'Реализация школьной антирисковой программы', 3,
     'Слайд «Выборочная содержательная экспертиза», п. 1', 'PROGRAMME_SHARE'),
    ('tasks', 'CONTENT', 2, 'Формулировка задач эффективная', 2,
     'Слайд «Выборочная содержательная экспертиза», п. 2 «Сформированность элементов управленческого цикла на уровне школы»', null),
    ('indicators', 'CONTENT', 3, 'Сформулированы показатели деятельности, позволяющие оценить результат достижения задач и мероприятий', 2,
     'Слайд «Выборочная содержательная экспертиза», п. 2 «Сформированность элементов управленческого цикла на уровне школы»', null),
    ('evidence', 'CONTENT', 4, 'Подтверждающие документы позволяют подтвердить факт реализации антирисковой программы', 2,
     'Слайд «Выборочная содержательная экспертиза», п. 2 «Сформированность элементов управленческого цикла на уровне школы»', null),
    ('completed', 'ORGANISATIONAL', 1, 'ОО, завершившие 2 этап в ИС МЭДК на дату, 100%', 1,
     'Слайд «Организационная часть»', 'STAGE_COMPLETED'),
    ('curators', 'ORGANISATIONAL', 2, 'Работа куратора в ИС МЭДК', 2,
     'Слайд «Организационная часть»', 'CURATORS_WORK'),
    ('involvement', 'ORGANISATIONAL', 3, 'Вовлеченность ОО региона (трансляция опыта (включая представление опыта на еженедельных ВКС и радиоэфирах), % участие в опросе, участие во внутренних проектах, наличие взаимоэкспертизы, другие показатели)', 2,
     'Слайд «Организационная часть»', 'INVOLVEMENT')) as c
where r.code = '2022-stage-2';

insert into criterion_level (criterion_id, points, words)
select c.id, l.points, l.words from criterion c join (values
    ('programme', 0, '0–24 %'), ('programme', 1, '25–49 %'), ('programme', 2, '50–74 %'), ('programme', 3, '75–100 %'),
    ('tasks', 0, 'нет'), ('tasks', 1, 'частично'), ('tasks', 2, 'да'),
    ('indicators', 0, 'нет'), ('indicators', 1, 'частично'), ('indicators', 2, 'да'),
    ('evidence', 0, 'нет'), ('evidence', 1, 'частично'), ('evidence', 2, 'да'),
    ('completed', 0, null), ('completed', 1, '100 %'),
    ('curators', 0, null), ('curators', 1, null), ('curators', 2, null),
    ('involvement', 0, 'нет'), ('involvement', 1, 'частично'), ('involvement', 2, 'да')) as l (code, points, words) on l.code = c.code;

-- Seed 001, slide «Замечания по содержательной экспертизе подтверждающих сведений школ-участниц в 1 полугодии 2022 года»: of the first
-- stage only the maxima are known, from «1/3», «2/5», «2/3». That 3 points for the programme are the same item as in the second stage is
-- our reading (ADR 18).
insert into rubric (code, version, title, stage, source) values
    ('2022-stage-1', 1, 'Содержательная экспертиза подтверждающих сведений школ-участниц в 1 полугодии 2022 года', 1,
     'Семинар-совещание с муниципальными координаторами проекта 500+ 21.10.2022, слайд «Замечания по содержательной экспертизе подтверждающих сведений школ-участниц в 1 полугодии 2022 года»');

insert into criterion (rubric_id, code, part, position, title, maximum, source, facts)
select r.id, c.* from rubric r, (values
    ('programme', 'CONTENT', 1, 'Выборочная содержательная экспертиза антирисковых программ школ и подтверждающих сведений', 3,
     'Слайд «Замечания по содержательной экспертизе», известен только максимум', 'PROGRAMME_SHARE'),
    ('documents', 'CONTENT', 2, 'Критерии содержательной экспертизы подтверждающих документов ОО', 5,
     'Слайд «Замечания по содержательной экспертизе», известен только максимум', null),
    ('curators', 'ORGANISATIONAL', 1, 'Выборочный мониторинг работы кураторов', 3,
     'Слайд «Замечания по содержательной экспертизе», известен только максимум', null)) as c
where r.code = '2022-stage-1';

insert into criterion_level (criterion_id, points)
select c.id, points from criterion c join rubric r on r.id = c.rubric_id, generate_series(0, c.maximum) as points
where r.code = '2022-stage-1';

update rubric set published_at = '2022-10-21T00:00:00+03:00' where code in ('2022-stage-1', '2022-stage-2');

insert into typical_remark (text, source)
select remark, 'Семинар-совещание с муниципальными координаторами проекта 500+ 21.10.2022, слайд «Замечания»' from (values
    ('большая часть запланированных школами мероприятий не проведена и не подтверждена'),
    ('не поставлены задачи'),
    ('не сформулированы показатели деятельности, позволяющие оценить результат достижения задач и мероприятий'),
    ('не определены конкретные сроки реализаций мероприятий'),
    ('куратор не комментирует свои действия в чате ИС МЭДК')) as remarks (remark);
