package ru.marshrut.schoolyear.web;

import static java.util.stream.Collectors.toMap;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.Slot;
import ru.marshrut.documents.SlotRules;
import ru.marshrut.schoolyear.conversation.ConversationFiles;
import ru.marshrut.schoolyear.conversation.Message;
import ru.marshrut.schoolyear.conversation.SchoolConversations;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** The conversation about a school's year: reading marks as read; what is being typed is kept as a draft on the server. */
@Controller
@RequestMapping("/school-years/{id:\\d{1,18}}/conversation")
class ConversationPage {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final SchoolConversations conversations;
    private final Territory territory;
    private final Staff staff;
    private final Documents documents;
    private final Viewers viewers;
    private final MessageSource messages;

    ConversationPage(SchoolConversations conversations, Territory territory, Staff staff, Documents documents, Viewers viewers,
                     MessageSource messages) {
        this.conversations = conversations;
        this.territory = territory;
        this.staff = staff;
        this.documents = documents;
        this.viewers = viewers;
        this.messages = messages;
    }

    @GetMapping
    String show(@PathVariable long id, @RequestParam(defaultValue = "2147483647") int before, @RequestParam(required = false) Integer corrects,
                Model model) {
        return page(id, before, null, false, corrects, null, model);
    }

    @PostMapping
    String send(@PathVariable long id, @RequestParam(defaultValue = "") String body, @RequestParam(defaultValue = "false") boolean needsAnswer,
                @RequestParam(required = false) Integer corrects, Model model, RedirectAttributes after, HttpServletResponse response) {
        try {
            int number = conversations.send(id, viewers.current(), body.strip(), needsAnswer, corrects);
            after.addFlashAttribute("done", messages.getMessage("schoolyear.conversation.sent", null, RUSSIAN));
            return "redirect:/school-years/" + id + "/conversation#message-" + number;
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(id, Integer.MAX_VALUE, body, needsAnswer, corrects, refusal, model);
        }
    }

    @PostMapping("/draft")
    ResponseEntity<Void> draft(@PathVariable long id, @RequestParam(defaultValue = "") String body,
                               @RequestParam(defaultValue = "false") boolean needsAnswer) {
        conversations.keepDraft(id, viewers.current(), body, needsAnswer);
        return ResponseEntity.noContent().build();
    }

    /** @param typed what was sent and refused, or null: the draft stands in the form */
    private String page(long id, int before, String typed, boolean needsAnswer, Integer corrects, Refusal refusal, Model model) {
        Viewer viewer = viewers.current();
        SchoolConversations.Page page = conversations.read(id, viewer, before);
        List<Message> shown = page.messages();
        model.addAttribute("page", page);
        model.addAttribute("year", page.year());
        model.addAttribute("school", territory.school(page.year().schoolId()));
        model.addAttribute("viewer", viewer);
        model.addAttribute("people", staff.people(shown.stream().map(Message::authorId).distinct().toList()));
        model.addAttribute("files", shown.stream().filter(message -> message.attachments() > 0)
            .collect(toMap(Message::id, message -> documents.in(ConversationFiles.attachments(message.id())))));
        model.addAttribute("zone", territory.region(page.year().regionId()).zone());
        model.addAttribute("corrects", corrects);
        if (page.draft() != null) {
            Slot slot = ConversationFiles.attachments(page.draft().id());
            model.addAttribute("slotUrl", "/documents/" + slot.subjectType() + "/" + slot.subjectId() + "/" + slot.kind());
            model.addAttribute("attached", documents.in(slot));
            model.addAttribute("rules", SlotRules.PUBLISHED);
            model.addAttribute("body", typed == null ? page.draft().body() : typed);
            model.addAttribute("needsAnswer", typed == null ? page.draft().needsAnswer() : needsAnswer);
        }
        if (refusal != null) {
            String text = messages.getMessage(refusal.code(), refusal.arguments(), RUSSIAN);
            model.addAttribute("refused", text);
            model.addAttribute("error", text);
            model.addAttribute("errorField", refusal.field());
        }
        return "schoolyear/conversation";
    }
}
