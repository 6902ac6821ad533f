using System.Globalization;
using Microsoft.Data.Sqlite;
using VideoIndex.Looks;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Sqlite.Storage;

/// <summary>Reads and writes exact values: fractions as text, and the sort keys beside them.</summary>
internal static class Exact
{
    public static Rational Fraction(string text) => Rational.TryParse(text, out var value)
        ? value
        : throw new FormatException($"'{text}' in the library is not a fraction.");

    public static MediaTime Time(string text) => new(Fraction(text));

    public static FrameRate Rate(string text) => FrameRate.TryParse(text, out var rate)
        ? rate
        : throw new FormatException($"'{text}' in the library is not a frame rate.");

    /// <summary>Reads a span from two neighbouring columns.</summary>
    public static MediaSpan Span(this SqliteDataReader row, int column) =>
        new(Time(row.GetString(column)), Time(row.GetString(column + 1)));

    /// <summary>Reads an author from three neighbouring columns.</summary>
    public static Origin Origin(this SqliteDataReader row, int column) =>
        new(row.GetString(column), row.GetString(column + 1), row.GetString(column + 2));

    /// <summary>Reads an utterance from its neighbouring columns: starts, ends, text, confidence, words, speaker, language, dropped.</summary>
    public static Utterance Utterance(this SqliteDataReader row, int column) => new(row.Span(column), row.GetString(column + 2))
    {
        Confidence = row.IsDBNull(column + 3) ? null : new Confidence(row.GetDouble(column + 3)),
        Words = row.IsDBNull(column + 4) ? [] : SpokenWordsForm.Read(row.GetFieldValue<byte[]>(column + 4)),
        Speaker = row.TextOrNull(column + 5),
        Language = row.TextOrNull(column + 6),
        Dropped = row.TextOrNull(column + 7),
    };

    public static string? TextOrNull(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>Reads a place in the picture.</summary>
    public static PictureBox Box(string text) => text.Split(' ') is [var left, var top, var width, var height]
        ? new PictureBox(Number(left), Number(top), Number(width), Number(height))
        : throw new FormatException($"'{text}' in the library is not a place in a picture.");

    public static string Text(this PictureBox box) => string.Create(CultureInfo.InvariantCulture, $"{box.Left} {box.Top} {box.Width} {box.Height}");

    /// <summary>Reads a place in a picture, in its own pixels.</summary>
    public static PixelBox Pixels(string text) => text.Split(' ') is [var left, var top, var width, var height]
        ? new PixelBox(Number(left), Number(top), Number(width), Number(height))
        : throw new FormatException($"'{text}' in the library is not a place in a picture.");

    public static string Text(this PixelBox box) => string.Create(CultureInfo.InvariantCulture, $"{box.Left} {box.Top} {box.Width} {box.Height}");

    public static string Text(this MediaTime time) => time.Seconds.ToString();

    /// <summary>Returns the whole microseconds before a moment: a key to sort by, never a time.</summary>
    public static long Microseconds(this MediaTime time) => Whole(time, 1_000_000);

    /// <summary>Returns the whole milliseconds before a moment: a key to sort by, never a time.</summary>
    public static long Milliseconds(this MediaTime time) => Whole(time, 1_000);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static long Whole(MediaTime time, int perSecond)
    {
        var (quotient, remainder) = Int128.DivRem((Int128)time.Seconds.Numerator * perSecond, time.Seconds.Denominator);
        return (long)Int128.Clamp(remainder < 0 ? quotient - 1 : quotient, long.MinValue, long.MaxValue);
    }
}
