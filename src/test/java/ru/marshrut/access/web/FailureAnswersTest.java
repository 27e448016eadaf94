package ru.marshrut.access.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;

class FailureAnswersTest {

    private final MockMvc web = MockMvcBuilders.standaloneSetup(new Failing())
        .setControllerAdvice(new FailureAnswers(new Failures(messages())))
        .setMessageConverters(new MappingJackson2HttpMessageConverter(Jackson2ObjectMapperBuilder.json().build()))
        .build();

    @Test
    void aWrongInputNamesItsField() throws Exception {
        web.perform(get("/api/fail/field")).andExpect(status().is(422))
            .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
            .andExpect(jsonPath("$.title").value("Проверьте введённое"))
            .andExpect(jsonPath("$.detail").value(containsString("не меньше 12 знаков")))
            .andExpect(jsonPath("$.field").value("password"));
    }

    @Test
    void whatCannotBeGrantedNowIsAConflict() throws Exception {
        web.perform(get("/api/fail/whole")).andExpect(status().isConflict())
            .andExpect(jsonPath("$.detail").value(containsString("Ссылка уже использована")));
    }

    @Test
    void peopleGetAPage() throws Exception {
        web.perform(get("/fail/whole").accept(MediaType.TEXT_HTML)).andExpect(status().isConflict())
            .andExpect(view().name("error")).andExpect(model().attribute("detail", containsString("Ссылка уже использована")));
    }

    @Test
    void whatIsSomebodyElsesIsNotFoundLikeWhatDoesNotExist() throws Exception {
        web.perform(get("/api/fail/foreign")).andExpect(status().isNotFound()).andExpect(jsonPath("$.title").value("Не найдено"));
        web.perform(get("/api/fail/missing")).andExpect(status().isNotFound()).andExpect(jsonPath("$.title").value("Не найдено"));
    }

    @Test
    void aMalformedRequestIsSaidInRussian() throws Exception {
        web.perform(get("/api/number")).andExpect(status().isBadRequest()).andExpect(jsonPath("$.title").value("Запрос не понят"));
        web.perform(get("/api/number?n=x")).andExpect(status().isBadRequest()).andExpect(jsonPath("$.title").value("Запрос не понят"));
    }

    @Test
    void aProgrammingErrorTellsItsCodeAndNothingElse() throws Exception {
        web.perform(get("/api/fail/bug")).andExpect(status().isInternalServerError())
            .andExpect(jsonPath("$.detail").value(containsString("Код ошибки")))
            .andExpect(content().string(not(containsString("IllegalState"))));
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages.access");
        messages.setDefaultEncoding("UTF-8");
        return messages;
    }

    @RestController
    static class Failing {

        @GetMapping({"/api/fail/{how}", "/fail/{how}"})
        String fail(@PathVariable String how) {
            throw switch (how) {
                case "field" -> Refusal.ofField("password", "access.password.tooShort", 12);
                case "whole" -> Refusal.of("access.link.closed");
                case "foreign" -> new NotYours("task", 7);
                case "missing" -> new NoSuchElementException("task 7");
                default -> new IllegalStateException("IllegalState");
            };
        }

        @GetMapping("/api/number")
        String number(@RequestParam int n) {
            return "" + n;
        }
    }
}
