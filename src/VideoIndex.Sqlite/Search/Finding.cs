using VideoIndex.Looks;
using VideoIndex.Tags;

namespace VideoIndex.Sqlite.Search;

/// <summary>What a hit says: one text for an utterance, a tag or a shot; several for a video, the file name first.</summary>
internal sealed record Finding(
    string Field, IReadOnlyList<(string Text, Origin Origin)> Texts, Confidence Confidence, string? Language)
{
    public PictureBox? Box { get; init; }

    public string? How { get; init; }
}
