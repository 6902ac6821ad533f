using System.CommandLine;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json.Importing;

namespace VideoIndex.Cli.Commands.Importing;

/// <summary>What others know of a video.</summary>
internal sealed class ImportCommand : Command
{
    public ImportCommand()
        : base("import", "Take in what other systems and files say of a video.")
    {
        Subcommands.Add(new ImportAddCommand());
        Subcommands.Add(new ImportListCommand());
        Subcommands.Add(new ImportRemoveCommand());
    }

    /// <summary>Returns an import as one line: the beginning of its id, the file, its format, and what came in with it.</summary>
    public static string Line(ImportShape import) =>
        $"{import.Id[..8]}  {Marks.OneLine(import.Name)} ({import.Format}): {Counts.Of(import.Tags, "tag")}, {Counts.Of(import.Transcripts, "transcript")} with {Counts.Of(import.Utterances, "utterance")}";
}
