using VideoIndex.Interchange.Importing.EditLists;
using VideoIndex.Interchange.Importing.Services;
using VideoIndex.Interchange.Importing.Tables;
using VideoIndex.Interchange.Importing.Timelines;

namespace VideoIndex.Interchange.Importing;

/// <summary>The formats files are taken in from.</summary>
public static class ImportReaders
{
    /// <summary>Gets all of them; of two that share an ending, the one that recognises more is first.</summary>
    public static IReadOnlyList<IImportReader> All { get; } = [.. ServiceReaders.All, .. EditListReaders.All, .. TimelineReaders.All, .. TableReaders.All];

    /// <summary>Returns the one of that name, or null.</summary>
    public static IImportReader? Named(string name) => All.FirstOrDefault(reader => reader.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
