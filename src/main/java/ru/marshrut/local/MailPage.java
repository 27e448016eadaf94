package ru.marshrut.local;

import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import ru.marshrut.shared.NotYours;

/** The caught letters, to be read by whoever sits at this computer. */
@Controller
@Profile("local")
@RequestMapping("/local/mail")
class MailPage {

    private static final int SHOWN = 200;
    /** A letter runs no scripts and loads nothing; its links open beside the page. */
    private static final String LETTER_POLICY = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; "
        + "style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    private final CaughtMail mail;

    MailPage(CaughtMail mail) {
        this.mail = mail;
    }

    @GetMapping
    String list(@RequestParam(required = false) String to, Model model) {
        String recipient = StringUtils.hasText(to) ? to.strip() : null;
        model.addAttribute("to", recipient);
        model.addAttribute("recipients", mail.recipients());
        model.addAttribute("letters", mail.headings(recipient, SHOWN));
        model.addAttribute("shown", SHOWN);
        return "local-mail";
    }

    @GetMapping("/{id}")
    String letter(@PathVariable String id, Model model) {
        model.addAttribute("letter", mail.open(id));
        return "local-letter";
    }

    @GetMapping("/{id}/html")
    ResponseEntity<String> html(@PathVariable String id) {
        String html = mail.open(id).html();
        if (html == null) {
            throw new NotYours("HTML of letter", id);
        }
        return ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
            .header("Content-Security-Policy", LETTER_POLICY)
            .body("<base target=\"_blank\">" + html);
    }

    @GetMapping("/{id}/raw")
    ResponseEntity<Resource> raw(@PathVariable String id) {
        return download(id + CaughtMail.ENDING, new FileSystemResource(mail.file(id)));
    }

    @GetMapping("/{id}/attachments/{number}")
    ResponseEntity<Resource> attachment(@PathVariable String id, @PathVariable int number) {
        CaughtMail.Download download = mail.attachment(id, number);
        return download(download.name(), new InputStreamResource(download.content()));
    }

    private static ResponseEntity<Resource> download(String name, Resource content) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
            .header(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
            .body(content);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String notThere(NotYours letter) {
        return "local-letter-missing";
    }
}
