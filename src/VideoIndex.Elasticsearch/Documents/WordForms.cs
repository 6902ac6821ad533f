using VideoIndex.Search.Stemming;

namespace VideoIndex.Elasticsearch.Documents;

/// <summary>The stems words are kept by: in all languages whose endings are known at once, for a question does not ask which one a word is in.</summary>
internal static class WordForms
{
    /// <summary>Returns the stems of a folded text, each once.</summary>
    public static string StemsOf(string folded) => string.Join(' ', folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().SelectMany(StemsOfWord).Distinct());

    /// <summary>Returns how many words a folded text has.</summary>
    public static int CountOf(string folded) => folded.Length == 0 ? 0 : folded.Count(sign => sign == ' ') + 1;

    private static IEnumerable<string> StemsOfWord(string word) => Stemmers.All.Select(stemmer => stemmer.Stem(word)).Append(word).Distinct();
}
