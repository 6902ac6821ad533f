using System.Globalization;
using Microsoft.Data.Sqlite;

namespace VideoIndex.Sqlite.Storage;

/// <summary>Runs SQL with named values.</summary>
internal static class Statements
{
    /// <summary>Prepares a statement that runs many times with other values.</summary>
    public static SqliteCommand Statement(this SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    /// <summary>Runs a prepared statement.</summary>
    public static int Run(this SqliteCommand command, params ReadOnlySpan<(string Name, object? Value)> values) =>
        command.With(values).ExecuteNonQuery();

    /// <summary>Runs a statement once.</summary>
    public static int Run(
        this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = connection.Statement(sql);
        return command.Run(values);
    }

    /// <summary>Runs a statement that answers with one whole number.</summary>
    public static long Number(
        this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = connection.Statement(sql);
        return Convert.ToInt64(command.With(values).ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>Reads every row a query gives.</summary>
    public static List<T> Rows<T>(
        this SqliteConnection connection,
        string sql,
        Func<SqliteDataReader, T> read,
        params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = connection.Statement(sql);
        using var reader = command.With(values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static SqliteCommand With(this SqliteCommand command, ReadOnlySpan<(string Name, object? Value)> values)
    {
        command.Parameters.Clear();
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
