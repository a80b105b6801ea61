package eu.perron.imports;

/**
 * What is printed and handed to the office: the declaration as it would have been sent, and the
 * words that the fallback procedure wants on it.
 *
 * @param registeredAs MRN of what customs registered in advance, whose goods the sheet presents;
 *     null: the sheet declares them
 * @param law why paper is lawful
 */
public record PaperSheet(
    PaperRecord paper,
    DeclarationLetter declaration,
    String registeredAs,
    String heading,
    String law) {}
