namespace VideoIndex.Search.Stemming;

/// <summary>Takes the ending off words of one language, so that the forms of a word are one. Safe to use from several threads.</summary>
/// <remarks>
/// It takes words as <see cref="Word.Folded"/> has them: in lower case and without accents. Only words of the letters a to z are changed; numbers, words with digits in
/// them and words of other scripts are their own stems.
/// </remarks>
public abstract class Stemmer
{
    // No word of these languages is longer; what is longer is no word.
    private const int Longest = 64;

    /// <summary>Gets the language.</summary>
    public abstract StemLanguages Language { get; }

    /// <summary>Returns the stem of a folded word: not always a word itself.</summary>
    public string Stem(string folded) => IsWord(folded) ? Stem(new Letters(folded, Vowels)) : folded;

    /// <summary>Returns letters all words of a stem start with: the stem without its last two, but at least one. What stands in the place of an ending changes no more.</summary>
    public virtual string StartOf(string stem) => stem.Length <= 1 ? stem : stem[..Math.Max(1, stem.Length - 2)];

    /// <summary>Gets the vowels of the language.</summary>
    private protected virtual string Vowels => "aeiouy";

    /// <summary>Takes the ending off.</summary>
    private protected abstract string Stem(Letters word);

    private static bool IsWord(string folded)
    {
        foreach (var letter in folded)
        {
            if (!char.IsAsciiLetterLower(letter))
            {
                return false;
            }
        }

        return folded.Length is > 0 and <= Longest;
    }
}
