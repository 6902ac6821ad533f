using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VideoIndex.Timing;

namespace VideoIndex.Search.Answers;

/// <summary>Where a page of an answer ended, and what the whole answer was when its first page was asked for.</summary>
/// <param name="Last">The place of the last moment of the page.</param>
/// <param name="LastVideo">The number of the newest video when the first page was asked for: videos that came later are not in the answer.</param>
/// <param name="Total">How many moments the answer had then.</param>
/// <param name="Videos">How many videos it had them in.</param>
/// <param name="Counts">How common the words of the question were.</param>
public sealed record PageMark(AnswerPlace Last, long LastVideo, long Total, long Videos, WordCounts Counts)
{
    private const char Between = ' ';
    private const int Fixed = 12;
    private const int NameLength = 12;

    /// <summary>Returns it as one opaque word: letters, digits, <c>-</c> and <c>_</c>.</summary>
    public string Write(SearchRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string[] parts =
        [
            Number(BitConverter.DoubleToInt64Bits(Last.Score)), Number(Last.Video), Last.Span.Start.Seconds.ToString(), Last.Span.End.Seconds.ToString(), Last.Shown.Field, Number(Last.Shown.Number), Number(Last.Shown.Term),
            Number(LastVideo), Number(Total), Number(Videos), Number(Counts.Things), Number(BitConverter.DoubleToInt64Bits(Counts.WordsEach)),
            .. Counts.Having.Select(Number),
        ];
        var said = string.Join(Between, parts);
        return Base64Url.EncodeToString(Encoding.Latin1.GetBytes($"{Name(request, said)}{Between}{said}"));
    }

    /// <summary>Reads the mark a request goes on from; null for the first page.</summary>
    /// <exception cref="QueryException">It is none of this question in this order (<c>bad-page</c>).</exception>
    public static PageMark? Of(SearchRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.After is null ? null : Readable(request, request.After)
            ?? throw new QueryException("bad-page", 0, "That page is none of this question in this order: ask for the first page, and pass on what it gives as the next.");
    }

    private static PageMark? Readable(SearchRequest request, string word)
    {
        try
        {
            return Base64Url.IsValid(word) ? Read(request, word) : null;
        }
        catch (Exception unreadable) when (unreadable is FormatException or OverflowException or ArgumentException)
        {
            return null; // made by nobody but a person with much patience
        }
    }

    private static PageMark? Read(SearchRequest request, string word)
    {
        var said = Encoding.Latin1.GetString(Base64Url.DecodeFromChars(word));
        var cut = said.IndexOf(Between, StringComparison.Ordinal);
        if (cut < 0 || Name(request, said[(cut + 1)..]) != said[..cut] || said[(cut + 1)..].Split(Between) is not { Length: >= Fixed } parts)
        {
            return null;
        }

        var span = new MediaSpan(Time(parts[2]), Time(parts[3]));
        var last = new AnswerPlace(BitConverter.Int64BitsToDouble(Number(parts[0])), Number(parts[1]), span, (parts[4], Number(parts[5]), (int)Number(parts[6])));
        var counts = new WordCounts(Number(parts[10]), BitConverter.Int64BitsToDouble(Number(parts[11])), [.. parts.Skip(Fixed).Select(Number)]);
        return new PageMark(last, Number(parts[7]), Number(parts[8]), Number(parts[9]), counts);
    }

    // Names the question and the order together with what is said, so that neither can be exchanged by mistake.
    private static string Name(SearchRequest request, string said) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Order}{request.In}\n{request.Question.Text}\n{said}")))[..NameLength];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static MediaTime Time(string text) => new(Rational.TryParse(text, out var seconds) ? seconds : throw new FormatException($"'{text}' is no fraction."));
}
