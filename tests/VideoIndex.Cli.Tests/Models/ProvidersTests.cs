using VideoIndex.Cli.Models;
using VideoIndex.Cli.Output;
using VideoIndex.Inference;

namespace VideoIndex.Cli.Tests.Models;

public sealed class ProvidersTests
{
    [Fact]
    public void What_models_run_on_is_typed_as_names_in_order_and_otherwise_is_all_there_are()
    {
        Assert.Equal(["webgpu", "cpu"], ProviderNames.Read("webgpu, cpu"));
        Assert.Equal(new ModelSessionOptions().Providers, ProviderNames.Read(null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("gpu")]
    [InlineData("cuda,")]
    [InlineData("cpu,cpu")]
    [InlineData("CUDA")]
    public void What_is_no_list_of_them_is_refused_by_a_sentence(string typed)
    {
        var failure = Assert.Throws<CommandException>(() => ProviderNames.Read(typed));

        Assert.Equal((ExitCodes.Usage, "bad-providers"), (failure.ExitCode, failure.Code));
        Assert.Contains("out of cuda, webgpu, cpu", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void That_a_GPU_that_was_named_is_passed_over_is_said_once()
    {
        using var errors = new StringWriter();
        var runtime = new ToldRuntime(new OnTheProcessor("cuda: its driver is not here."), new Terminal(TextWriter.Null, errors, json: false));

        runtime.Open("a.onnx", new ModelSessionOptions()).Dispose();
        runtime.Open("b.onnx", new ModelSessionOptions()).Dispose();

        Assert.Equal("warning: models are run on cpu. cuda: its driver is not here.\n", errors.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Where_the_first_that_was_named_runs_models_nothing_is_said()
    {
        using var errors = new StringWriter();
        var runtime = new ToldRuntime(new OnTheProcessor(), new Terminal(TextWriter.Null, errors, json: false));

        runtime.Open("a.onnx", new ModelSessionOptions { Providers = ["cpu"] }).Dispose();

        Assert.Empty(errors.ToString());
    }

    /// <summary>A runtime without models, which passes providers over.</summary>
    private sealed class OnTheProcessor(params string[] passedOver) : IModelRuntime, IModelSession
    {
        public string? Missing => null;

        public string? Version => "1.0.0";

        public IReadOnlyList<TensorShape> Inputs => [];

        public IReadOnlyList<TensorShape> Outputs => [];

        public string Provider => "cpu";

        public IReadOnlyList<string> PassedOver => passedOver;

        public IModelSession Open(string path, ModelSessionOptions options) => this;

        public Tensor[] Run(params ReadOnlySpan<Tensor> inputs) => [];

        public IModelBinding Bind(ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> outputs) => throw new NotSupportedException();

        public void Dispose()
        {
        }
    }
}
