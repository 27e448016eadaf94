package ru.marshrut;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

@SpringBootApplication
@Modulithic(systemName = "Маршрут 500+", sharedModules = {"shared", "audit"}, useFullyQualifiedModuleNames = false)
public class MarshrutApplication {

    public static void main(String[] args) {
        SpringApplication.run(MarshrutApplication.class, args);
    }
}
