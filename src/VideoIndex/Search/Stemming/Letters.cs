namespace VideoIndex.Search.Stemming;

/// <summary>A word while its ending is taken off. A capital is a letter of the same sound that does not count as a vowel.</summary>
/// <param name="word">The word, in lower case.</param>
/// <param name="vowels">The vowels of the language.</param>
internal sealed class Letters(string word, string vowels)
{
    private char[] _letters = [.. word, '\0', '\0'];

    /// <summary>Gets how many letters there are.</summary>
    public int Length { get; private set; } = word.Length;

    /// <summary>Gets or replaces a letter, from 0.</summary>
    public char this[int at]
    {
        get => _letters[at];
        set => _letters[at] = value;
    }

    /// <summary>Returns whether there is a vowel at a place.</summary>
    public bool IsVowel(int at) => at >= 0 && at < Length && vowels.Contains(_letters[at]);

    /// <summary>Returns whether there is a letter, and no vowel, at a place.</summary>
    public bool IsConsonant(int at) => at >= 0 && at < Length && !vowels.Contains(_letters[at]);

    /// <summary>Returns where the region after the first consonant behind a vowel begins: R1 from 0, R2 from R1. The end of the word where there is none.</summary>
    public int RegionAfter(int from)
    {
        for (var at = from + 1; at < Length; at++)
        {
            if (IsConsonant(at) && IsVowel(at - 1))
            {
                return at + 1;
            }
        }

        return Length;
    }

    /// <summary>Makes capitals of the letters that are no vowels between two vowels.</summary>
    /// <param name="letters">Which letters.</param>
    public void MarkBetweenVowels(string letters)
    {
        for (var at = 1; at < Length - 1; at++)
        {
            if (letters.Contains(_letters[at]) && IsVowel(at - 1) && IsVowel(at + 1))
            {
                _letters[at] = char.ToUpperInvariant(_letters[at]);
                at++;
            }
        }
    }

    /// <summary>Returns whether the word ends so, with an ending that begins at a place or later.</summary>
    public bool Ends(string ending, int from = 0) =>
        Length - ending.Length >= from && Length >= ending.Length && _letters.AsSpan(Length - ending.Length, ending.Length).SequenceEqual(ending);

    /// <summary>Returns whether the word is that, all of it.</summary>
    public bool Is(string letters) => Length == letters.Length && Ends(letters);

    /// <summary>Returns the first of the endings the word has, with one that begins at a place or later; empty where it has none.</summary>
    /// <param name="endings">The endings, the longer first.</param>
    /// <param name="from">Where it must begin at the earliest.</param>
    public string Ending(string[] endings, int from = 0)
    {
        foreach (var ending in endings)
        {
            if (Ends(ending, from))
            {
                return ending;
            }
        }

        return "";
    }

    /// <summary>Returns where an ending of so many letters begins.</summary>
    public int Before(string ending) => Length - ending.Length;

    /// <summary>Takes the last letters off.</summary>
    public void Cut(int letters = 1) => Length -= letters;

    /// <summary>Takes an ending off where the word has it at a place or later, and says whether.</summary>
    public bool TryCut(string ending, int from = 0)
    {
        var ends = Ends(ending, from);
        Length -= ends ? ending.Length : 0;
        return ends;
    }

    /// <summary>Puts another ending in the place of one the word has.</summary>
    public void Replace(string ending, string by)
    {
        Length -= ending.Length;
        if (Length + by.Length > _letters.Length)
        {
            Array.Resize(ref _letters, Length + by.Length);
        }

        by.CopyTo(_letters.AsSpan(Length));
        Length += by.Length;
    }

    /// <summary>Returns the word as it is now, in lower case.</summary>
    public override string ToString()
    {
        Span<char> lower = stackalloc char[Length];
        _letters.AsSpan(0, Length).ToLowerInvariant(lower);
        return new string(lower);
    }
}
