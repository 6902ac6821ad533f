using VideoIndex.Alerts;
using VideoIndex.Brands;
using VideoIndex.Copies;
using VideoIndex.Events;
using VideoIndex.Importing;
using VideoIndex.Jobs;
using VideoIndex.Logos;
using VideoIndex.Logos.Ends;
using VideoIndex.Metadata;
using VideoIndex.Reviews;
using VideoIndex.Search;
using VideoIndex.Sidecars;
using VideoIndex.Similar;
using VideoIndex.Sqlite.Access;
using VideoIndex.Sqlite.Alerts;
using VideoIndex.Sqlite.Brands;
using VideoIndex.Sqlite.Catalog;
using VideoIndex.Sqlite.Copies;
using VideoIndex.Sqlite.Events;
using VideoIndex.Sqlite.Importing;
using VideoIndex.Sqlite.Jobs;
using VideoIndex.Sqlite.Logos;
using VideoIndex.Sqlite.Metadata;
using VideoIndex.Sqlite.Reviews;
using VideoIndex.Sqlite.Search;
using VideoIndex.Sqlite.Sidecars;
using VideoIndex.Sqlite.Similar;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Sqlite.Vocabularies;
using VideoIndex.Videos;
using VideoIndex.Vocabularies;

namespace VideoIndex.Sqlite;

/// <summary>A library on disk: the file <c>library.db</c> in its folder. Any number of programs may have it open at once.</summary>
public sealed class SqliteLibrary : IDisposable
{
    /// <summary>The file's name inside the library's folder.</summary>
    public const string FileName = "library.db";

    private readonly Database _database;

    private SqliteLibrary(string folder, LibrarySettings settings)
    {
        var clock = new StoreClock(settings);
        Folder = folder;
        _database = new Database(Path.Combine(folder, FileName), settings);
        Catalog = new SqliteCatalog(_database, clock);
        Moments = new SqliteMomentIndex(_database);
        Jobs = new SqliteJobStore(_database, settings.Retries, clock);
        Outbox = new SqliteOutbox(_database);
        Prints = new SqlitePrintStore(_database);
        Brands = new SqliteBrandStore(_database, clock);
        FoundLogos = new SqliteFoundLogoStore(_database);
        FoundEnds = new SqliteFoundEndStore(_database);
        Facts = new SqliteVideoFactStore(_database, clock);
        Reviews = new SqliteReviewStore(_database, clock);
        Imports = new SqliteImportStore(_database, clock);
        Alerts = new SqliteAlertStore(_database, clock);
        Vocabulary = new SqliteVocabularyStore(_database, clock);
        SearchLog = new SqliteSearchLog(_database, clock);
        Vectors = new SqliteVectorStore(_database);
        Sidecars = new SqliteSidecarStore(_database, clock);
    }

    /// <summary>Gets the library's folder, as an absolute path.</summary>
    public string Folder { get; }

    /// <summary>Gets everything known of the videos.</summary>
    public ICatalog Catalog { get; }

    /// <summary>Gets the search.</summary>
    public IMomentIndex Moments { get; }

    /// <summary>Gets the work on the videos.</summary>
    public IJobStore Jobs { get; }

    /// <summary>Gets the events that tell what changed.</summary>
    public IOutbox Outbox { get; }

    /// <summary>Gets what the videos are recognised by.</summary>
    public IPrintStore Prints { get; }

    /// <summary>Gets the brands and their logos.</summary>
    public IBrandStore Brands { get; }

    /// <summary>Gets where logos were seen.</summary>
    public IFoundLogoStore FoundLogos { get; }

    /// <summary>Gets the frames their appearances begin and end with.</summary>
    public IFoundEndStore FoundEnds { get; }

    /// <summary>Gets what people keep of videos: values of fields, collections.</summary>
    public IVideoFactStore Facts { get; }

    /// <summary>Gets what people say of what is claimed, and the tags they added.</summary>
    public IReviewStore Reviews { get; }

    /// <summary>Gets what was taken in from elsewhere.</summary>
    public IImportStore Imports { get; }

    /// <summary>Gets the questions that stand.</summary>
    public IAlertStore Alerts { get; }

    /// <summary>Gets the words the library is spoken of in.</summary>
    public IVocabularyStore Vocabulary { get; }

    /// <summary>Gets the questions that found nothing.</summary>
    public ISearchLog SearchLog { get; }

    /// <summary>Gets the vectors by which moments are found that are like another.</summary>
    public IVectorStore Vectors { get; }

    /// <summary>Gets what carries all that is known from one library to another.</summary>
    public ISidecarStore Sidecars { get; }

    /// <summary>Opens the library in a folder; creates both where they are missing.</summary>
    /// <exception cref="LibraryException">The file is damaged, newer than this program, or no library at all.</exception>
    public static SqliteLibrary Open(string folder) => Open(folder, new LibrarySettings());

    /// <summary>Opens the library in a folder; creates both where they are missing.</summary>
    /// <exception cref="LibraryException">The file is damaged, newer than this program, or no library at all.</exception>
    public static SqliteLibrary Open(string folder, LibrarySettings settings)
    {
        var whole = Path.GetFullPath(folder);
        Directory.CreateDirectory(whole);
        return new SqliteLibrary(whole, settings);
    }

    /// <summary>Makes the search index anew from the catalogue, video by video. Searches go on meanwhile; whenever it is cut short, each video is found as before.</summary>
    /// <returns>How many videos it has, and how many things can be found.</returns>
    public Task<(int Videos, long Things)> ReindexAsync(CancellationToken cancellationToken) => SearchIndex.RebuildAsync(_database, cancellationToken);

    /// <summary>Closes the library. Work still running ends as it would have.</summary>
    public void Dispose() => _database.Dispose();
}
