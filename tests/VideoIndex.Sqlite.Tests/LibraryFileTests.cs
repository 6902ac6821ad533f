using Microsoft.Data.Sqlite;
using VideoIndex.Sqlite.Access;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Testing.Contracts;

namespace VideoIndex.Sqlite.Tests;

public sealed class LibraryFileTests : IDisposable
{
    private readonly LibraryFolder _folder = new();

    [Fact]
    public void The_schema_is_as_approved()
    {
        _folder.Open().Dispose();

        Golden.Verify(string.Join(
            "\n\n", Ask("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'words_%' ORDER BY rowid")));
    }

    [Fact]
    public void The_schema_and_what_a_word_is_go_by_one_version() => Assert.Equal((7, 7), (Schema.Version, Schema.Steps.Count));

    [Fact]
    public async Task What_was_saved_is_there_when_the_library_is_opened_again()
    {
        var video = new RandomVideos(3).Next();
        using (var library = _folder.Open())
        {
            await library.Catalog.SaveAsync(video, default);
        }

        using var again = _folder.Open();

        Assert.Equal(
            Spelled.Out(video.Contents), Spelled.Out((await again.Catalog.ReadAsync(video.Contents.Video.Id, default))!));
    }

    [Fact]
    public void A_library_of_a_newer_program_is_refused_and_left_alone()
    {
        _folder.Open().Dispose();
        Ask("PRAGMA user_version = 8");
        var before = File.ReadAllBytes(_folder.File);

        var refused = Assert.Throws<LibraryException>(_folder.Open);

        Assert.Equal("library-newer", refused.Code);
        Assert.Contains("newer VideoIndex (schema 8; this one reads up to 7)", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_folder.File));
    }

    [Fact]
    public void Another_programs_database_is_refused_and_left_alone()
    {
        Ask("CREATE TABLE bookmark (url TEXT)");
        var before = File.ReadAllBytes(_folder.File);

        Assert.Equal("not-a-library", Assert.Throws<LibraryException>(_folder.Open).Code);
        Assert.Equal(before, File.ReadAllBytes(_folder.File));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_left_alone()
    {
        File.WriteAllText(_folder.File, string.Concat(Enumerable.Repeat("This is a letter. ", 100)));

        Assert.Equal("not-a-library", Assert.Throws<LibraryException>(_folder.Open).Code);
        Assert.StartsWith("This is a letter.", File.ReadAllText(_folder.File), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_library_is_named_as_such()
    {
        using (var library = _folder.Open())
        {
            await library.Catalog.SaveAsync(A.Video("a.mp4").Saying([.. Enumerable.Range(0, 3000).Select(at => $"{at}-{at + 1} goal {at}")]), default);
        }

        var bytes = File.ReadAllBytes(_folder.File);
        bytes.AsSpan(8192).Fill(0x5A);
        File.WriteAllBytes(_folder.File, bytes);

        var refused = await Assert.ThrowsAsync<LibraryException>(async () =>
        {
            using var library = _folder.Open();
            await library.Catalog.ReadAsync(A.Id("a.mp4"), default);
            await library.Moments.SearchAsync(A.Asked("goal", 10), default);
        });
        Assert.Equal("library-damaged", refused.Code);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_named()
    {
        Directory.CreateDirectory(_folder.File); // a folder where the file should be

        Assert.Equal("library-not-opened", Assert.Throws<LibraryException>(_folder.Open).Code);
    }

    [Fact]
    public void Every_connection_is_safe_and_patient()
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File};Pooling=False");
        connection.Open();
        ConnectionSettings.Apply(connection, new LibrarySettings());

        string[] names = ["busy_timeout", "journal_mode", "synchronous", "foreign_keys", "secure_delete"];
        Assert.Equal(
            ["10000", "wal", "2", "1", "1"],
            names.Select(name => connection.Rows($"PRAGMA {name}", row => row.GetString(0)).Single()));
    }

    [Fact]
    public void The_engine_in_use_is_named_with_its_file()
    {
        var build = SqliteEngine.Describe();

        Assert.True(File.Exists(build.File), build.ToString());
        Assert.True(Version.Parse(build.Version) >= new Version(3, 35, 5), build.ToString());
        Assert.Equal(Ask("SELECT sqlite_version()"), [build.Version]);
    }

    public void Dispose() => _folder.Dispose();

    private List<string> Ask(string sql)
    {
        SqliteEngine.Describe();
        using var connection = new SqliteConnection($"Data Source={_folder.File};Pooling=False");
        connection.Open();
        return connection.Rows(sql, row => row.GetString(0));
    }
}
