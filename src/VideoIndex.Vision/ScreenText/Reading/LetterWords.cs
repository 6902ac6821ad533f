using VideoIndex.Looks;
using VideoIndex.ScreenText;
using VideoIndex.Tags;
using VideoIndex.Vision.ScreenText.Reading.Parts;

namespace VideoIndex.Vision.ScreenText.Reading;

/// <summary>Makes words of letters: where each is, and how sure.</summary>
internal static class LetterWords
{
    private const string Space = " ";

    // Where no space was read, a gap parts words that is wider than this, in pixels of the crop, and than so many of the gaps usual there.
    private const int LeastGap = 12, Usual = 2;

    /// <summary>Returns the words of a part, from left to right.</summary>
    /// <param name="read">What was read of it.</param>
    /// <param name="crop">The crop it is a part of.</param>
    /// <param name="language">The language the letters are of, as ISO 639-2; null where nobody says.</param>
    public static IEnumerable<ReadWord> Of(ReadPart read, GrayPicture crop, string? language)
    {
        var ink = new LineInk(crop, read.Part);
        var words = Split(read.Letters).SelectMany(word => Apart(read, ink, word)).ToList();
        var from = read.Part.Left;
        for (var word = 0; word < words.Count; word++)
        {
            var to = word + 1 < words.Count ? Between(ink, Column(read, words[word][^1]), Column(read, words[word + 1][0])) : read.Part.Left + read.Part.Width;
            var box = ink.Box(from, to);
            yield return new ReadWord(
                string.Concat(words[word].Select(letter => letter.Text)), new Confidence(WordCertainty.Of(words[word])), box.Left, box.Top, box.Width, box.Height, language);
            from = to;
        }
    }

    private static List<List<ReadLetter>> Split(IReadOnlyList<ReadLetter> letters)
    {
        var words = new List<List<ReadLetter>>();
        var open = false;
        foreach (var letter in letters)
        {
            if (letter.Text == Space)
            {
                open = false;
            }
            else if (open)
            {
                words[^1].Add(letter);
            }
            else
            {
                words.Add([letter]);
                open = true;
            }
        }

        return words;
    }

    private static IEnumerable<List<ReadLetter>> Apart(ReadPart read, LineInk ink, List<ReadLetter> word)
    {
        var gaps = word.Zip(word.Skip(1), (one, next) => Width(ink.WidestGap(Column(read, one), Column(read, next)))).ToList();
        var least = Math.Max(LeastGap, Usual * gaps.Order().ElementAtOrDefault(gaps.Count / 2));
        var part = new List<ReadLetter>();
        for (var at = 0; at < word.Count; at++)
        {
            part.Add(word[at]);
            if (at < gaps.Count && gaps[at] > least)
            {
                yield return part;
                part = [];
            }
        }

        yield return part;
    }

    private static int Width((int From, int To) gap) => gap.To - gap.From;

    // The middle of the widest gap between the letters on both sides.
    private static int Between(LineInk ink, int last, int first)
    {
        var (start, end) = ink.WidestGap(last, first);
        return (start + end + 1) / 2;
    }

    private static int Column(ReadPart read, ReadLetter letter) => read.Part.Left + (int)((letter.Step + 0.5) * read.Pitch);
}
