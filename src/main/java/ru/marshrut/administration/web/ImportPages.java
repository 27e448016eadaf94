package ru.marshrut.administration.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.Viewer;
import ru.marshrut.administration.invitations.Invitations;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.ImportPreview;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Territory;
import ru.marshrut.territory.TerritoryImports;

/** Import of a region's territory: template, upload, preview, confirmation. */
@Controller
@RequestMapping("/territory")
class ImportPages {

    /** Rows shown of each list; a larger import is judged by its counts and first rows. */
    private static final int SHOWN = 200;

    private final TerritoryImports imports;
    private final Territory territory;
    private final Invitations invitations;
    private final Keeping keeping;

    ImportPages(TerritoryImports imports, Territory territory, Invitations invitations, Keeping keeping) {
        this.imports = imports;
        this.territory = territory;
        this.invitations = invitations;
        this.keeping = keeping;
    }

    /** Leads to the import of the region that the viewer coordinates, or to the choice of it. */
    @GetMapping("/import")
    String start() {
        Viewer viewer = keeping.viewer();
        return viewer.appointments().stream().map(appointment -> appointment.place())
            .filter(place -> place.level() == Level.REGION && keeping.coordinates(place)).findFirst()
            .map(place -> "redirect:" + page(place.id())).orElse("redirect:/territory");
    }

    @GetMapping("/import/template")
    void template(HttpServletResponse response) throws IOException {
        Workbooks.answer(response, keeping.text("administration.import.templateName"));
        imports.writeTemplate(response.getOutputStream());
    }

    @GetMapping("/regions/{id}/import")
    String page(@PathVariable long id, Model model) {
        keeping.requireCoordinator(Place.region(id));
        model.addAttribute("region", territory.region(id));
        model.addAttribute("waiting", imports.waiting(id));
        model.addAttribute("largest", TerritoryImports.LARGEST / 1024 / 1024);
        return "administration/import";
    }

    @PostMapping("/regions/{id}/import")
    String upload(@PathVariable long id, @RequestParam MultipartFile file, RedirectAttributes back) throws IOException {
        keeping.requireCoordinator(Place.region(id));
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            return "redirect:" + page(id) + "/" + imports.upload(id, name, content);
        } catch (Refusal refusal) {
            back.addFlashAttribute("refused", keeping.text(refusal.code(), refusal.arguments()));
            return "redirect:" + page(id);
        }
    }

    @GetMapping("/regions/{id}/import/{upload}")
    String preview(@PathVariable long id, @PathVariable long upload, Model model) {
        keeping.requireCoordinator(Place.region(id));
        ImportPreview preview = imports.preview(id, upload);
        model.addAttribute("region", territory.region(id));
        model.addAttribute("preview", preview);
        model.addAttribute("shown", SHOWN);
        return "administration/preview";
    }

    @PostMapping("/regions/{id}/import/{upload}/confirm")
    String confirm(@PathVariable long id, @PathVariable long upload, @RequestParam String fingerprint,
                   @RequestParam(defaultValue = "false") boolean invite, RedirectAttributes back) {
        keeping.requireCoordinator(Place.region(id));
        try {
            Place region = Place.region(id);
            Set<Long> before = invite ? invitations.uninvited(region, keeping.today(id)) : Set.of();
            ImportPreview done = imports.confirm(id, upload, fingerprint);
            if (invite) { // those who waited before the file are not its business
                Set<Long> appointed = invitations.uninvited(region, keeping.today(id));
                appointed.removeAll(before);
                invitations.invite(appointed);
            }
            back.addFlashAttribute("done", keeping.text("administration.import.done",
                String.valueOf(done.added()), String.valueOf(done.changed()),
                String.valueOf(done.ended())));
            return "redirect:" + TerritoryPages.link(Place.region(id));
        } catch (Refusal refusal) {
            back.addFlashAttribute("refused", keeping.text(refusal.code(), refusal.arguments()));
            return "redirect:" + page(id) + "/" + upload;
        }
    }

    @PostMapping("/regions/{id}/import/{upload}/discard")
    String discard(@PathVariable long id, @PathVariable long upload) {
        keeping.requireCoordinator(Place.region(id));
        imports.discard(id, upload);
        return "redirect:" + page(id);
    }

    private static String page(long regionId) {
        return "/territory/regions/" + regionId + "/import";
    }
}
