package io.attestore.policy.document;

/**
 * A place in a document's text. Lines and columns count from 1; the column is that of the next character.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_Position.html">IAM: Position</a>
 */
public record Position(int line, int column) {}
