namespace VideoIndex.Sqlite.Tests;

/// <summary>A library folder of its own for one test, gone afterwards.</summary>
public sealed class LibraryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("videoindex-").FullName;

    public string File => System.IO.Path.Combine(Path, SqliteLibrary.FileName);

    public SqliteLibrary Open() => SqliteLibrary.Open(Path);

    public SqliteLibrary Open(LibrarySettings settings) => SqliteLibrary.Open(Path, settings);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
