using Microsoft.Data.Sqlite;
using VideoIndex.Search.Evaluation;

namespace VideoIndex.Performance.Searching;

/// <summary>A way to keep the words of things and to find them, in a file of its own.</summary>
internal abstract class Side : IDisposable
{
    protected Side(string file)
    {
        File = file;
        Connection = new SqliteConnection($"Data Source={file};Pooling=False");
        Connection.Open();
        foreach (var pragma in (string[])["journal_mode = WAL", "synchronous = FULL", "secure_delete = ON", "cache_size = -65536"])
        {
            Run($"PRAGMA {pragma}");
        }
    }

    public string File { get; }

    public SqliteConnection Connection { get; }

    public abstract string Name { get; }

    /// <summary>Fills it in one transaction.</summary>
    public abstract void Build(SpokenLibrary library);

    /// <summary>Puts one video in, inside a transaction that is open.</summary>
    public abstract void Add(long video, List<(long Key, SearchableSpan Thing)> things);

    /// <summary>Returns how many bytes it takes.</summary>
    public abstract long Bytes();

    public abstract int Best(string word);

    public abstract int First(params string[] words);

    public abstract int Phrase(string one, string next);

    public abstract int Prefix(string start);

    public abstract int Join(string left, string right);

    public abstract long Count(string word);

    public void Run(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public long Number(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public int Rows(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        using var reader = command.ExecuteReader();
        var rows = 0;
        for (; reader.Read(); rows++)
        {
            _ = reader.GetInt64(0);
        }

        return rows;
    }

    public virtual void Dispose() => Connection.Dispose();
}
