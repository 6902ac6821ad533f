using System.Globalization;
using Spectre.Console;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Models;

namespace VideoIndex.Cli.Commands.Models;

/// <summary>Lists the models that are known and those that are installed.</summary>
internal sealed class ModelListCommand() : LibraryCommand("list", "List the models there are, and which of them are installed.")
{
    /// <inheritdoc/>
    public override Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var catalogue = invocation.Models();
        var models = catalogue.Known.Select(card => ModelsCommand.Describe(card, catalogue)).ToList();
        var report = new ModelListShape(catalogue.Folder, invocation.Installer().NotTried, models);
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(report, Shapes.Default.ModelListShape);
        }
        else
        {
            Print(report, invocation.Terminal);
        }

        return Task.FromResult(ExitCodes.Ok);
    }

    private static void Print(ModelListShape report, Terminal terminal)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Model", "Task", "Version", "Licence", "Size", "State");
        foreach (var model in report.Models)
        {
            string[] row =
            [
                model.Name,
                model.Task,
                model.Version,
                model.Licence,
                model.Bytes == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{model.Bytes / 1_000_000.0:0.00} MB"),
                model.State.Replace('-', ' '),
            ];
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        terminal.Say(PlainText.Of(table));
        terminal.Say($"They are kept in {report.Folder}");
        if (report.Models.All(model => model.Path is null))
        {
            terminal.Say("None is installed. Install one with: videoindex models install NAME");
        }

        if (report.NotTried is { } why)
        {
            terminal.Say(why);
        }
    }
}
