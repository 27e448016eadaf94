package ru.marshrut.work.web;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What the task list loads for a form key {@code embedded:/forms/<module>/<form>.html}: one small frame that shows
 * the task's page. It holds no data; the page checks who asks.
 */
@Controller
class FormLoader {

    private static final Resource FRAME = new ClassPathResource("forms/frame.html");

    @GetMapping("/forms/{module}/{form}.html")
    ResponseEntity<Resource> frame() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(FRAME);
    }
}
