package ru.marshrut.documents;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import ru.marshrut.access.ResourcePolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.audit.Actor;
import ru.marshrut.audit.CurrentActor;
import ru.marshrut.territory.Staff;

/**
 * Folders of documents that belong to one person each: the subject's id is «(person)-(anything)». Who looks is told by a
 * header, so that these tests need no accounts; CSRF protection is on.
 */
@TestConfiguration
public class TestSlots {

    public static final String PERSON = "X-Test-Person";
    public static final String FOLDER = "testFolder";

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain testChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/documents/**", "/test-upload/**", "/js/**", "/css/**")
            .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
            .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'self'")))
            .csrf(Customizer.withDefaults())
            .build();
    }

    @Bean
    @Primary
    Viewers testViewers(Staff staff) {
        return new Viewers() {
            @Override
            public Viewer current() {
                return of(person());
            }

            @Override
            public Viewer of(long personId) {
                return new Viewer(personId, staff.person(personId).fullName(), List.of());
            }
        };
    }

    @Bean
    @Primary
    CurrentActor testActor() {
        return () -> RequestContextHolder.getRequestAttributes() == null ? Actor.SYSTEM : new Actor(person(), null);
    }

    private static Long person() {
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        return Long.valueOf(request.getHeader(PERSON));
    }

    @Bean
    ResourcePolicy foldersOfTheirPerson() {
        return new ResourcePolicy() {
            @Override
            public String resourceType() {
                return FOLDER;
            }

            @Override
            public boolean mayRead(Viewer viewer, String id) {
                return id.startsWith(viewer.personId() + "-");
            }

            @Override
            public boolean mayChange(Viewer viewer, String id) {
                return mayRead(viewer, id) && !id.endsWith("-readonly");
            }
        };
    }

    @Bean
    SlotRulesSource publishedRules() {
        return slot -> !slot.subjectType().equals(FOLDER) || slot.kind().equals("closed") ? Optional.empty()
            : Optional.of(slot.kind().equals("small") ? new SlotRules(2, 1024 * 1024, Set.of("pdf")) : SlotRules.PUBLISHED);
    }

    @Controller
    static class UploadPage {

        private final Documents documents;

        UploadPage(Documents documents) {
            this.documents = documents;
        }

        @GetMapping("/test-upload/{folder}")
        String page(@PathVariable String folder, Model model) {
            model.addAttribute("url", "/documents/" + FOLDER + "/" + folder + "/antiriskProgramme");
            model.addAttribute("other", "/documents/" + FOLDER + "/" + folder + "/small");
            model.addAttribute("files", documents.in(new Slot(FOLDER, folder, "antiriskProgramme")));
            model.addAttribute("rules", SlotRules.PUBLISHED);
            return "test-upload";
        }
    }
}
