package dev.callsift.ui;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The colours of the taxonomy, which a deployment may change, as a style sheet. */
@Controller
final class TagStyles {

    private final TagChips chips;

    TagStyles(TagChips chips) {
        this.chips = chips;
    }

    @GetMapping("/tags.css")
    ResponseEntity<String> styles() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/css"))
                .body(chips.styles());
    }
}
