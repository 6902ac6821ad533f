using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Interchange.Importing;

/// <summary>Reads a file somebody else wrote as tags or transcripts of a video that is in the library. Pure.</summary>
public interface IImportReader
{
    /// <summary>Gets the format's name, as typed: <c>edl</c>, <c>azure-insights</c>.</summary>
    string Name { get; }

    /// <summary>Gets what its files end in, in lower case and with the point: <c>.edl</c>.</summary>
    IReadOnlyList<string> Endings { get; }

    /// <summary>Returns whether a text looks like this format; asked where several formats share an ending.</summary>
    bool Recognises(string text);

    /// <summary>Reads a file.</summary>
    /// <param name="text">What is in it.</param>
    /// <param name="order">What it is read for.</param>
    /// <exception cref="ImportException">It cannot be read as this format.</exception>
    ImportReading Read(string text, ImportOrder order);
}

/// <summary>What a file is read for.</summary>
/// <param name="Video">The video it is about.</param>
/// <param name="FileName">The file's name, without folders.</param>
public sealed record ImportOrder(Video Video, string FileName)
{
    /// <summary>Gets how much later things are on the video's own timeline than the file says; below 0 for earlier.</summary>
    public Rational Offset { get; init; }

    /// <summary>Gets the rate the file counts frames at; null for what the file says, else the video's own.</summary>
    public FrameRate? Rate { get; init; }

    /// <summary>Gets the label of the video's first frame in the file's timecode; null for the video's own, or the file's.</summary>
    public string? Start { get; init; }

    /// <summary>Gets whether text with times becomes a transcript; tags if not; null for what the format usually is.</summary>
    public bool? AsTranscript { get; init; }

    /// <summary>Gets the kind tags get that the file gives no kind to; null for <c>marker</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>Gets the language of its words; null for what the file says.</summary>
    public string? Language { get; init; }

    /// <summary>Gets whose claims they become, where the file does not say: <c>import</c> and the file's name.</summary>
    public Origin Origin => new("import", FileName);
}

/// <summary>What was read.</summary>
/// <param name="Tags">The tags.</param>
/// <param name="Transcripts">The transcripts.</param>
/// <param name="Complaints">What was left out or does not fit the video, and why: a sentence each.</param>
public sealed record ImportReading(IReadOnlyList<Tag> Tags, IReadOnlyList<Transcript> Transcripts, IReadOnlyList<string> Complaints)
{
    /// <summary>Gets what neither tags nor transcripts can hold, as JSON; null where there is nothing.</summary>
    public string? Verbatim { get; init; }
}

/// <summary>A file that cannot be taken in.</summary>
/// <param name="code">For programs: <c>bad-import</c>, <c>unknown-format</c>, <c>wrong-rate</c>.</param>
/// <param name="sentence">For people.</param>
public sealed class ImportException(string code, string sentence) : Exception(sentence)
{
    /// <summary>Gets the code for programs.</summary>
    public string Code { get; } = code;
}
