package ru.marshrut.shared;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Words to whoever starts the application. Russian stays readable also where the locale is not set, as in containers. */
public final class Terminal {

    private Terminal() {}

    public static void say(String text) {
        print(FileDescriptor.out, text);
    }

    public static void complain(String text) {
        print(FileDescriptor.err, text);
    }

    private static void print(FileDescriptor stream, String text) {
        @SuppressWarnings("resource") // closing it would close the process's own stream
        PrintStream out = new PrintStream(new FileOutputStream(stream), false, charset());
        out.println(text);
        out.flush();
    }

    private static Charset charset() {
        Console console = System.console();
        return console != null && console.charset().newEncoder().canEncode('Я') ? console.charset() : StandardCharsets.UTF_8;
    }
}
