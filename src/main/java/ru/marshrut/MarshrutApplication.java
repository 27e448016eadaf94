package ru.marshrut;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import ru.marshrut.shared.CannotStart;
import ru.marshrut.shared.Terminal;

@SpringBootApplication
@Modulithic(systemName = "Маршрут 500+", sharedModules = {"shared", "audit"}, useFullyQualifiedModuleNames = false)
public class MarshrutApplication {

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(MarshrutApplication.class);
        application.addInitializers(new RequiredSettings());
        try {
            application.run(args);
        } catch (CannotStart reason) {
            Terminal.complain(reason.getMessage());
            System.exit(1);
        } catch (RuntimeException reported) { // Spring has reported it; what was started already must not keep us alive
            System.exit(1);
        }
    }
}
