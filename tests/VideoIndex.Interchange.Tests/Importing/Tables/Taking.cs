using VideoIndex.Interchange.Importing;
using VideoIndex.Interchange.Tests.Exporting.Cues;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Tests.Importing.Tables;

/// <summary>Takes files in for a match of two minutes at 30000/1001 whose labels begin at ten o'clock.</summary>
internal static class Taking
{
    public static readonly ImportOrder Match = new(Leaving.Video(FrameRate.Ntsc, 3600, "10:00:00;00"), "list.csv");

    public static ImportReading In(string format, string text, ImportOrder? order = null) => ImportReaders.Named(format)!.Read(text, order ?? Match);

    /// <summary>Tags as <c>marker Acme [1,2)</c>, then what is said, then the complaints.</summary>
    public static string Told(this ImportReading reading) => string.Join(
        "; ",
        [.. reading.Tags.Select(Of), .. reading.Transcripts.SelectMany(transcript => transcript.Utterances.Select(said => $"{transcript.Language}: {said.Text} {Of(said.Span)}")), .. reading.Complaints]);

    public static string Refused(string format, string text, ImportOrder? order = null)
    {
        var refused = Assert.Throws<ImportException>(() => In(format, text, order));
        return $"{refused.Code}: {refused.Message}";
    }

    public static string Of(MediaSpan span) => $"[{span.Start.Seconds},{span.End.Seconds})";

    private static string Of(Tag tag) => $"{tag.Kind} {tag.Label} {Of(tag.Span)}";
}
