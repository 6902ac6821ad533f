namespace VideoIndex.Cli;

/// <summary>How the command ends. docs/cli.md lists them.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>A fault of VideoIndex itself.</summary>
    public const int Fault = 1;

    /// <summary>The command or the question was not understood.</summary>
    public const int Usage = 2;

    /// <summary>There is no such video, file or library.</summary>
    public const int NotFound = 3;

    /// <summary>With <c>--strict</c>: a file did not end as ok. Otherwise: the file asked about cannot be read.</summary>
    public const int NotOk = 4;

    /// <summary>The library cannot be opened or written.</summary>
    public const int Library = 5;

    /// <summary>A program VideoIndex needs is not installed.</summary>
    public const int ToolMissing = 6;

    /// <summary>Stopped by Ctrl-C or SIGTERM; the same command goes on where this one stopped.</summary>
    public const int Interrupted = 130;
}

/// <summary>A command that cannot be carried out: a code, a sentence, and how the program ends.</summary>
internal sealed class CommandException(int exitCode, string code, string sentence) : Exception(sentence)
{
    public int ExitCode { get; } = exitCode;

    public string Code { get; } = code;

    /// <summary>Gets the question that could not be understood, as it was put; null for every other failure.</summary>
    public string? Question { get; init; }

    /// <summary>Gets the character of the question at fault, from 0, in UTF-16 units.</summary>
    public int? At { get; init; }
}
