package eu.perron.imports;

/**
 * What is printed and handed to the office: the declaration as it would have been sent, and the
 * words that the fallback procedure wants on it.
 *
 * @param law why paper is lawful
 */
public record PaperSheet(
    PaperRecord paper, DeclarationLetter declaration, String heading, String law) {}
