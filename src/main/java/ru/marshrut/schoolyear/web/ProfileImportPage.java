package ru.marshrut.schoolyear.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.Viewers;
import ru.marshrut.schoolyear.profile.ProfileImports;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Territory;

/** Profiles of a territory's schools from one table: template, upload, what would change, confirmation. */
@Controller
@RequestMapping("/school-years/profiles")
class ProfileImportPage {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    /** Lines shown of each list; a larger table is judged by its counts and first rows. */
    private static final int SHOWN = 200;

    private final ProfileImports imports;
    private final Territory territory;
    private final Viewers viewers;
    private final MessageSource messages;

    ProfileImportPage(ProfileImports imports, Territory territory, Viewers viewers, MessageSource messages) {
        this.imports = imports;
        this.territory = territory;
        this.viewers = viewers;
        this.messages = messages;
    }

    @GetMapping
    String show(@RequestParam String place, @RequestParam int year, Model model) {
        Place at = place(place);
        model.addAttribute("preview", imports.preview(viewers.current(), at, year).orElse(null));
        model.addAttribute("place", place);
        model.addAttribute("placeName", at.level() == Level.REGION ? territory.region(at.id()).name() : territory.municipality(at.id()).name());
        model.addAttribute("year", year);
        model.addAttribute("shown", SHOWN);
        return "schoolyear/profiles";
    }

    @GetMapping("/template")
    void template(@RequestParam String place, @RequestParam int year, HttpServletResponse response) throws IOException {
        Place at = imports.coordinated(viewers.current(), place(place)); // before the answer becomes a workbook
        response.setContentType(WORKBOOK);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
            .filename(words("schoolyear.import.templateName", String.valueOf(year)), StandardCharsets.UTF_8).build().toString());
        imports.writeTemplate(viewers.current(), at, year, response.getOutputStream());
    }

    @PostMapping
    String upload(@RequestParam String place, @RequestParam int year, @RequestParam MultipartFile file, RedirectAttributes back) throws IOException {
        try (InputStream content = file.getInputStream()) {
            imports.upload(viewers.current(), place(place), year, file.getOriginalFilename() == null ? "" : file.getOriginalFilename(), content);
        } catch (Refusal refusal) {
            back.addFlashAttribute("refused", words(refusal.code(), refusal.arguments()));
        }
        return page(place, year);
    }

    @PostMapping("/confirm")
    String confirm(@RequestParam String place, @RequestParam int year, @RequestParam String fingerprint, RedirectAttributes back) {
        try {
            back.addFlashAttribute("done", words("schoolyear.import.done", imports.confirm(viewers.current(), place(place), year, fingerprint)));
        } catch (Refusal refusal) {
            back.addFlashAttribute("refused", words(refusal.code(), refusal.arguments()));
        }
        return page(place, year);
    }

    @PostMapping("/discard")
    String discard(@RequestParam String place, @RequestParam int year, RedirectAttributes back) {
        imports.discard(viewers.current(), place(place), year);
        back.addFlashAttribute("done", words("schoolyear.import.discarded"));
        return page(place, year);
    }

    private static Place place(String key) {
        return Place.ofKey(key).filter(place -> place.level() == Level.REGION || place.level() == Level.MUNICIPALITY)
            .orElseThrow(() -> new NotYours("place", key));
    }

    private static String page(String place, int year) {
        return "redirect:/school-years/profiles?place=" + place + "&year=" + year;
    }

    private String words(String code, Object... arguments) {
        return messages.getMessage(code, arguments, RUSSIAN);
    }
}
