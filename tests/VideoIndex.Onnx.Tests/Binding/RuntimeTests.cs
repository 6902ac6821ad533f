using System.Diagnostics;
using VideoIndex.Inference;
using VideoIndex.Onnx.Binding;
using VideoIndex.Onnx.Runtime;
using VideoIndex.Onnx.Tests.Making;

namespace VideoIndex.Onnx.Tests.Binding;

/// <summary>What is missing, and what a model is run on.</summary>
public sealed class RuntimeTests : IDisposable
{
    private readonly TinyModels _models = new();

    public void Dispose() => _models.Dispose();

    [Fact]
    public void A_library_that_is_not_there_is_said_and_nothing_is_run()
    {
        var runtime = new OnnxRuntime(new OnnxRuntimeOptions { Library = "/nowhere/libonnxruntime.so.1" });

        Assert.Equal("There is no ONNX Runtime at '/nowhere/libonnxruntime.so.1', so no model can be run.", runtime.Missing);
        Assert.Null(runtime.Version);
        Assert.Empty(runtime.Providers);
        Assert.Equal("no-runtime", Assert.Throws<ModelException>(() => runtime.Open("any.onnx", new ModelSessionOptions())).Code);
    }

    [Fact]
    public void Another_library_is_not_taken_for_it() =>
        Assert.Equal("'libc.so.6' is not ONNX Runtime.", new OnnxRuntime(new OnnxRuntimeOptions { Library = "libc.so.6" }).Missing);

    [OnnxFact]
    public void The_library_says_its_version_and_what_it_runs_models_on()
    {
        Assert.Matches(@"^1\.\d+\.\d+", _models.Runtime.Version);
        Assert.Equal(OnnxLibrary.Path, _models.Runtime.Path);
        Assert.Contains("cpu", _models.Runtime.Providers);
        Assert.Null(_models.Runtime.Missing);
    }

    [OnnxFact]
    public void The_smallest_model_shows_what_works_here()
    {
        var probe = RuntimeProbe.Run(_models.Runtime, new ModelSessionOptions());

        Assert.Contains(probe.Provider, _models.Runtime.Providers);
        Assert.Equal(
            new TinyModel().Takes("x", TinyModel.Real32, 1).Gives("y", TinyModel.Real32, 1).Does("Identity", ["x"], ["y"]).Bytes(), RuntimeProbe.ModelBytes);
    }

    [OnnxFact]
    public void A_provider_that_is_not_here_is_passed_over_with_a_reason()
    {
        using var session = _models.Open(TinyModels.Doubling, new ModelSessionOptions { Providers = ["abacus", "cpu"] });

        Assert.Equal("cpu", session.Provider);
        Assert.Equal(["abacus: there is no provider of that name."], session.PassedOver);
    }

    [OnnxFact]
    public void By_itself_the_fastest_that_works_is_taken_and_each_other_has_a_reason()
    {
        using var session = _models.Open(TinyModels.Doubling, new ModelSessionOptions());

        string[] order = ["cuda", "webgpu", "cpu"];
        Assert.Equal(Array.IndexOf(order, session.Provider), session.PassedOver.Count);
        Assert.All(session.PassedOver.Zip(order), pair => Assert.StartsWith($"{pair.Second}: ", pair.First, StringComparison.Ordinal));
    }

    [OnnxFact]
    public void Where_a_GPU_is_required_the_processor_is_no_answer()
    {
        var failure = Assert.Throws<ModelException>(() => _models.Open(TinyModels.Doubling, new ModelSessionOptions { Providers = ["abacus", "cpu"], RequireGpu = true }));

        Assert.Equal(("no-gpu", "No GPU can run the model. abacus: there is no provider of that name. cpu: a GPU is required."), (failure.Code, failure.Message));
    }

    [OnnxFact]
    public void What_was_chosen_is_noted_on_the_activity_that_runs()
    {
        using var activity = new Activity("indexing").Start();
        using var session = _models.Open(TinyModels.Doubling);

        var noted = Assert.Single(activity.Events);
        Assert.Equal("cpu", noted.Tags.Single(tag => tag.Key == "provider").Value);
    }

    [OnnxFact]
    public void What_is_no_model_is_refused_by_a_sentence()
    {
        Assert.Equal("no-such-model", Refused("/nowhere/model.onnx").Code);
        Assert.Equal(("bad-model", "The file is no model that can be run (Protobuf parsing failed)."), Told(Refused(_models.Write("no model"u8.ToArray()))));
        Assert.Equal("model-failed", Refused(_models.Write([])).Code);
        var unknown = Refused(_models.Write(new TinyModel().Takes("x", TinyModel.Real32, 1).Gives("y", TinyModel.Real32, 1).Does("Juggle", ["x"], ["y"]).Bytes()));
        Assert.Equal("bad-model", unknown.Code);
        Assert.Contains("Juggle", unknown.Message, StringComparison.Ordinal);
    }

    [OnnxFact]
    public void What_fails_while_it_runs_is_a_sentence_and_the_model_goes_on()
    {
        using var session = _models.Open(new TinyModel()
            .Takes("x", TinyModel.Real32, -1, 4).Takes("z", TinyModel.Real32, -2, 4).Gives("y", TinyModel.Real32, -3, 4).Does("Add", ["x", "z"], ["y"]));
        Tensor Rows(int count) => new Tensor<float>(new float[count * 4], count, 4);

        var failure = Assert.Throws<ModelException>(() => session.Run(Rows(2), Rows(3)));

        Assert.Equal("model-failed", failure.Code);
        Assert.DoesNotContain('\n', failure.Message);
        Assert.DoesNotContain(".cc:", failure.Message, StringComparison.Ordinal);
        Assert.Equal([2, 4], session.Run(Rows(2), Rows(2))[0].Shape.ToArray());
    }

    private ModelException Refused(string path) =>
        Assert.Throws<ModelException>(() => _models.Runtime.Open(path, new ModelSessionOptions { Providers = ["cpu"] }));

    private static (string Code, string Sentence) Told(ModelException failure) => (failure.Code, failure.Message);
}
