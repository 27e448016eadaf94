package ru.marshrut.roadmap.reading;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Elements and attributes of WordprocessingML by their local names: strict and transitional files differ in the namespace only. */
final class WordXml {

    private WordXml() {}

    static List<Element> children(Node parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Node parent, String name) {
        return children(parent).stream().filter(element -> name.equals(element.getLocalName())).toList();
    }

    /** @return null where there is none */
    static Element child(Node parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                return element;
            }
        }
        return null;
    }

    /** @return empty where there is none */
    static String attribute(Element element, String name) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            if (element.getAttributes().item(i) instanceof Attr attribute && name.equals(attribute.getLocalName())) {
                return attribute.getValue();
            }
        }
        return "";
    }

    static int number(Element element, String attribute, int otherwise) {
        String value = attribute(element, attribute);
        return value.matches("-?\\d{1,9}") ? Integer.parseInt(value) : otherwise;
    }

    /** The {@code val} of a child. */
    static String valueOf(Element parent, String child, String otherwise) {
        Element element = child(parent, child);
        return element == null ? otherwise : attribute(element, "val");
    }

    /** The {@code val} of a child as a number. */
    static int numberOf(Element parent, String child, int otherwise) {
        Element element = child(parent, child);
        return element == null ? otherwise : number(element, "val", otherwise);
    }

    /** A number of the file, kept between bounds. */
    static int within(int value, int least, int most) {
        return Math.max(least, Math.min(most, value));
    }
}
