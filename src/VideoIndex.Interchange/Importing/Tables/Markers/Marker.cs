using VideoIndex.Looks;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Interchange.Importing.Tables.Markers;

/// <summary>One line of a list of markers, understood.</summary>
/// <param name="Span">When, on the video's own timeline.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Confidence">How sure its author is.</param>
/// <param name="Origin">Who claims it: the file. What a file says of its authors nobody can prove.</param>
internal sealed record Marker(MediaSpan Span, string Kind, string Name, Confidence Confidence, Origin Origin)
{
    /// <summary>Gets the language of its words.</summary>
    public string? Language { get; init; }

    /// <summary>Gets who speaks.</summary>
    public string? Speaker { get; init; }

    /// <summary>Gets how it was found, or what else is said of it.</summary>
    public string? How { get; init; }

    /// <summary>Gets who the file says found it; empty where it does not.</summary>
    public string Author { get; init; } = "";

    /// <summary>Gets where in the picture it is.</summary>
    public PictureBox? Box { get; init; }

    /// <summary>Returns it as a tag.</summary>
    public Tag ToTag(VideoId video) => new(video, Span, Kind, Name, Confidence, Origin) { Language = Language, How = ClaimedAuthor.Beside(How, Author), Box = Box };

    /// <summary>Returns it as words said.</summary>
    public Utterance ToUtterance() => new(Span, CaptionText.Plain(Name)) { Speaker = Speaker, Confidence = Confidence == new Confidence(1) ? null : Confidence };
}
