using System.CommandLine;
using VideoIndex.Cli.Commands.Models;
using VideoIndex.Cli.Models;
using VideoIndex.Cli.Output;
using VideoIndex.Inference;
using VideoIndex.Onnx.Binding;
using VideoIndex.Onnx.Catalogue;
using VideoIndex.Onnx.Catalogue.Downloading;
using VideoIndex.Similar;
using VideoIndex.Vision.Embeddings;

namespace VideoIndex.Cli.Commands;

/// <summary>One command of <c>videoindex</c>.</summary>
internal abstract class LibraryCommand(string name, string description) : Command(name, description)
{
    /// <summary>Carries the command out.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public abstract Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken);
}

/// <summary>One call of a command: what was typed, where answers go, which library is meant.</summary>
internal sealed class Invocation(ParseResult parsed, CommonOptions common, Terminal terminal)
{
    /// <summary>Gets where answers go.</summary>
    public Terminal Terminal { get; } = terminal;

    /// <summary>Gets the library's folder, absolute: the option, the environment, or the user's data folder.</summary>
    public string LibraryFolder => Path.GetFullPath(ChosenFolder ?? Path.Combine(DataFolder, "videoindex"));

    /// <summary>Gets the folder of models, absolute: the option, the environment, or the user's data folder.</summary>
    public string ModelsFolder => Path.GetFullPath(
        NonEmpty(parsed.GetValue(common.Models)) ?? NonEmpty(Environment.GetEnvironmentVariable("VIDEOINDEX_MODELS")) ?? Path.Combine(DataFolder, "videoindex", "models"));

    /// <summary>Gets how models are run.</summary>
    /// <exception cref="CommandException">What was typed names something models are not run on.</exception>
    public ModelSessionOptions ModelOptions => new() { Providers = ProviderNames.Read(parsed.GetValue(common.Providers)), RequireGpu = parsed.GetValue(common.RequireGpu) };

    /// <summary>Returns what runs models; where it was typed what on, it warns if the first of that does not work.</summary>
    public IModelRuntime ModelRuntime()
    {
        var runtime = new OnnxRuntime(new OnnxRuntimeOptions { ModelsFolder = ModelsFolder });
        return parsed.GetValue(common.Providers) is null ? runtime : new ToldRuntime(runtime, Terminal);
    }

    /// <summary>Returns the models that are known, and those that are installed.</summary>
    public ModelCatalogue Models() => new(ModelsFolder, Manifest.Embedded);

    /// <summary>Returns what makes vectors of pictures and words.</summary>
    /// <exception cref="CommandException">What was typed names something models are not run on.</exception>
    public IEmbedders Embedders() => new ModelEmbedders(Models(), ModelRuntime(), ModelOptions);

    /// <summary>Returns what installs models.</summary>
    public ModelInstaller Installer() => new(ModelsFolder, Manifest.Embedded, new TrialProgram(ModelsFolder), new DownloadRules(), TimeProvider.System);

    private static string DataFolder => Environment.GetFolderPath(
        Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);

    private string? ChosenFolder =>
        NonEmpty(parsed.GetValue(common.Library)) ?? NonEmpty(Environment.GetEnvironmentVariable("VIDEOINDEX_LIBRARY"));

    /// <summary>Returns what was typed for an argument.</summary>
    public T Get<T>(Argument<T> argument) => parsed.GetRequiredValue(argument);

    /// <summary>Returns what was typed for an option, or its default.</summary>
    public T? Get<T>(Option<T> option) => parsed.GetValue(option);

    /// <summary>Opens the library, making it if it is not there.</summary>
    public LibraryHost Create() => LibraryHost.Open(LibraryFolder);

    /// <summary>Opens the library for the demo: the one chosen, or one of its own beside the user's, so that the two never mix.</summary>
    public LibraryHost CreateDemo() => LibraryHost.Open(Path.GetFullPath(ChosenFolder ?? Path.Combine(DataFolder, "videoindex-demo")));

    /// <summary>Opens the library, which must be there.</summary>
    public LibraryHost Open() => LibraryHost.Exists(LibraryFolder)
        ? LibraryHost.Open(LibraryFolder)
        : throw new CommandException(
            ExitCodes.NotFound, "no-library", $"There is no library at '{LibraryFolder}'. Make one with: videoindex index FILE");

    private static string? NonEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
