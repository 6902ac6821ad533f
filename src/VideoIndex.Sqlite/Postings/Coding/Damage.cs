namespace VideoIndex.Sqlite.Postings.Coding;

/// <summary>Refuses what cannot be read.</summary>
internal static class Damage
{
    /// <summary>Returns the refusal: <c>library-damaged</c>.</summary>
    public static LibraryException Found() =>
        new("library-damaged", "The search index of the library is damaged; what is in the videos is not touched by that. Run: videoindex reindex");
}
