package ru.marshrut.schoolyear.profile;

/** What the risk profile asks of the engine. */
public interface ProfileEngine {

    /** The profile is there without the school's doing: its step «Внести рисковый профиль» ends. To be called only while that is open. */
    void profileReceived(long yearId);
}
