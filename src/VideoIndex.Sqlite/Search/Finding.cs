using VideoIndex.Looks;
using VideoIndex.Tags;

namespace VideoIndex.Sqlite.Search;

/// <summary>What a hit says: one text for an utterance, a tag or a shot; several for a video, the file name first.</summary>
internal sealed record Finding(
    string Field, IReadOnlyList<(string Text, Origin Origin)> Texts, Confidence Confidence, string? Language)
{
    public PictureBox? Box { get; init; }

    /// <summary>Gets the first of the texts as it is shown, words that are unsure marked; null where it is shown as it is.</summary>
    public string? Shown { get; init; }

    public string? Speaker { get; init; }

    public int? Track { get; init; }

    public string? How { get; init; }
}
