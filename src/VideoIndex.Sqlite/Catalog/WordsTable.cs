using Microsoft.Data.Sqlite;
using VideoIndex.Search;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Catalog;

/// <summary>Fills the table <c>words</c>, which everything is found by.</summary>
internal sealed class WordsTable(SqliteConnection connection) : IDisposable
{
    // Parts the properties of a video, so that no phrase runs from one into the next: a sign that is no word's.
    private const string Fence = " \uE000 ";

    private readonly SqliteCommand _insert = connection.Statement(
        """
        INSERT INTO words (rowid, say, text, logo, object, face, tag, colour, motion, video, path, across)
        VALUES ($key, $say, $text, $logo, $object, $face, $tag, $colour, $motion, $video, $path, $across)
        """);

    /// <summary>Adds one text under one field.</summary>
    public void Add(long key, string field, string text)
    {
        var words = Fold(text);
        _insert.Run(
            ("$key", key),
            ("$say", field == "say" ? words : null),
            ("$text", field == "text" ? words : null),
            ("$logo", field == "logo" ? words : null),
            ("$object", field == "object" ? words : null),
            ("$face", field == "face" ? words : null),
            ("$tag", field == "tag" ? words : null),
            ("$colour", field == "colour" ? words : null),
            ("$motion", field == "motion" ? words : null),
            ("$video", null),
            ("$path", null),
            ("$across", field == "across" ? words : null));
    }

    /// <summary>Adds a video under its file name, its folders and what its container says.</summary>
    public void AddVideo(long key, Video video) => _insert.Run(
        ("$key", key),
        ("$say", null),
        ("$text", null),
        ("$logo", null),
        ("$object", null),
        ("$face", null),
        ("$tag", null),
        ("$colour", null),
        ("$motion", null),
        ("$video", Fold(VideoProperty.Of(video).Where(property => !property.IsFolder))),
        ("$path", Fold(VideoProperty.Of(video).Where(property => property.IsFolder))),
        ("$across", null));

    public void Dispose() => _insert.Dispose();

    private static string Fold(IEnumerable<VideoProperty> properties) =>
        string.Join(Fence, properties.Select(property => Fold(property.Text)));

    private static string Fold(string text) => string.Join(' ', Words.In(text).Select(word => word.Folded));
}
