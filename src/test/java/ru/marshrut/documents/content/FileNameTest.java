package ru.marshrut.documents.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTest {

    @Test
    void keepsAnOrdinaryName() {
        assertThat(FileName.clean("Антирисковая программа № 5 (2022).docx")).isEqualTo("Антирисковая программа № 5 (2022).docx");
    }

    @Test
    void dropsFoldersControlsAndWhatFileSystemsRefuse() {
        assertThat(FileName.clean("C:\\Users\\anna\\план.pdf")).isEqualTo("план.pdf");
        assertThat(FileName.clean("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileName.clean("план\r\nX: y\u202Efdp.exe")).isEqualTo("планX_ yfdp.exe");
        assertThat(FileName.clean(" ..\u0000 ")).isEqualTo("1");
        assertThat(FileName.clean(null)).isEqualTo("1");
    }

    @Test
    void joinsTheLettersThatAMacTakesApart() {
        assertThat(FileName.clean("Клуч\u0438\u0306.pdf")).isEqualTo("Клуч\u0439.pdf");
    }

    @Test
    void shortensALongNameButKeepsItsExtension() {
        assertThat(FileName.clean("п".repeat(300) + ".docx")).hasSize(120).endsWith("п.docx");
    }

    @Test
    void endsWithTheExtensionOfTheContent() {
        assertThat(FileName.of("план.DOCX", DocumentType.DOCX)).isEqualTo("план.DOCX");
        assertThat(FileName.of("план.doc", DocumentType.RTF)).isEqualTo("план.doc.rtf");
        assertThat(FileName.numbered("план.pdf", 2)).isEqualTo("план (2).pdf");
    }
}
