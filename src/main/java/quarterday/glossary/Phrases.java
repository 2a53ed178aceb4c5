package quarterday.glossary;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Phrases to look for, each belonging to someone, found in one pass over a text.
 *
 * @param <T> the owner of a phrase
 */
final class Phrases<T> {
  /** Longer entries are known by their beginning, which keeps the search linear in the text. */
  private static final int LONGEST = 12;

  private static final class Node<T> {
    private final Map<String, Node<T>> next = new HashMap<>();
    private final Set<T> owners = new HashSet<>();
  }

  private final Node<T> root = new Node<>();

  /** Adds a phrase; abbreviations in it will match with their capitals only. */
  void add(String phrase, T owner) {
    List<Word> words = Word.in(phrase);
    if (words.isEmpty()) {
      return;
    }
    Node<T> node = root;
    for (Word word : words.subList(0, Math.min(LONGEST, words.size()))) {
      node = node.next.computeIfAbsent(key(word), k -> new Node<>());
    }
    node.owners.add(owner);
  }

  /** Adds the owners of all phrases in these words to those found. */
  void find(List<Word> words, Set<T> found) {
    for (int start = 0; start < words.size(); start++) {
      find(root, words, start, found);
    }
  }

  private void find(Node<T> node, List<Word> words, int at, Set<T> found) {
    found.addAll(node.owners);
    if (at == words.size() || node.next.isEmpty()) {
      return;
    }
    Word word = words.get(at);
    Node<T> exact = node.next.get("=" + word.exact());
    if (exact != null) {
      find(exact, words, at + 1, found);
    }
    Node<T> folded = node.next.get(word.folded());
    if (folded != null) {
      find(folded, words, at + 1, found);
    }
  }

  private static String key(Word word) {
    return word.isAbbreviation() ? "=" + word.exact() : word.folded();
  }
}
