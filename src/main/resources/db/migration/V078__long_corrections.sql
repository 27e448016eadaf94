-- A cell can be longer than what an index holds; the same words have the same sum.
alter table road_map_correction drop constraint road_map_correction_pkey;
create unique index road_map_correction_words on road_map_correction (road_map_id, row_key, field, md5(words));
